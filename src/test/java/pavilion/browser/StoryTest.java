package pavilion.browser;

import org.junit.jupiter.api.Test;

/** One matter from its proposal to the archive, in three windows at once. */
final class StoryTest {
    private final BrowserFixture fixture = BrowserFixture.open();

    @Test
    void aMatterTravelsFromAProposalToTheArchive() {
        StorySteps.play(fixture, "zh", true, story -> {
            story.propose("大门口的消防通道夜里总被堵住", "晚上八点以后，大门口到三栋的消防通道停满了车，上个月救护车进不来。");
            story.endorse("neighbour");
            story.triage("受理。消防通道必须畅通，这一点不表决；怎样让它畅通，由本院户代表商量。", "居委会议事协商岗");
            story.plan("划线、立牌，轮流值守");
            story.notice("院落议事会议这一件事，地点在院内活动室。材料在居委会窗口可以看，不方便到会的可以请门口的工作人员帮忙。");
            story.call("院内活动室");
            story.open();
            story.arrive();
            story.talk();
            story.ask("在大门口到三栋之间划出消防通道，立牌，由各户轮流值守。");
            story.voteWithoutNetwork("yes");
            story.voteInTheHall(8, 3, 1);
            story.close("有一户认为值守太勤，希望隔天一次。");
            story.readReceipt();
            story.afterwards().minutes("赞成的说夜里救护车进不来；反对的说值守太勤。");
            story.afterwards().publish("公告里没有写清楚轮值从哪一天开始。", "已核查：轮值表在附件里，从结果公示期满的第二天开始。");
            story.afterwards().work("划线、立牌", "已经划好线，牌子也立了。");
            story.afterwards().rate("夜里车能进来了。");
        });
    }

    @Test
    void aMatterTravelsInEnglishAsWellAndTheResidentNeedsNoScript() {
        StorySteps.play(fixture, "en", false, story -> {
            story.propose(
                    "The lamp above the gate is dark at night", "Since the storm the lamp above the gate is off.");
            story.endorse("neighbour");
            story.triage("Accepted. The households of the courtyard decide together.", "Deliberation desk");
            story.plan("A new lamp with a sensor");
            story.notice(
                    "The courtyard meets about the lamp in the common room; papers lie at the committee's window.");
            story.call("Common room");
            story.open();
            story.arrive();
            story.talk();
            story.ask("A lamp with a sensor is mounted above the gate.");
            story.vote("yes");
            story.voteInTheHall(8, 3, 1);
            story.close("");
            story.readReceipt();
            story.afterwards().minutes("For: the gate is dark. Against: the light shines into one bedroom.");
        });
    }
}
