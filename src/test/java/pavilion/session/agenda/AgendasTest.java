package pavilion.session.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.matter.SmallCommunity;
import pavilion.session.AgendaItem;
import pavilion.session.SessionCase;
import pavilion.session.SessionStore;

/** An agenda of several items, some with matters of other rolls. */
final class AgendasTest extends SessionCase {
    private long matter(String number, String rule, long place, String stage) {
        return db.plain()
                .first(row -> row.getLong(0), """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        values (1, $1, 'T1', $2, $3, $1, 'p', 201, $4, 1, now(), now(), $1) returning id
                        """, number, rule, place, stage)
                .orElseThrow();
    }

    private void add(String title, String key) {
        agendas.add(1, session, null, new Agendas.Wording(title, "", 10), key, MODERATOR);
    }

    private void put(long id, String key) {
        agendas.add(1, session, id, new Agendas.Wording("", "做不做", 20), key, MODERATOR);
    }

    private List<AgendaItem> items() {
        return SessionStore.items(db.plain(), 1, session);
    }

    private List<String> titles() {
        return items().stream().map(AgendaItem::title).toList();
    }

    private long id(String title) {
        return items().stream()
                .filter(item -> item.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void move(String title, boolean up) {
        AgendaItem item = AgendaStore.find(db.plain(), now(), id(title)).orElseThrow();
        agendas.move(1, session, item.id(), item.ordinal(), up, MODERATOR);
    }

    @Test
    void anItemIsAddedOnceHoweverOftenTheFormIsSentAndAMatterBringsItsTitle() {
        add("b", "k1");
        add("b", "k1");
        put(matter("N2", "yard.consult", SmallCommunity.YARD, "session"), "k2");
        assertEquals(List.of("t", "b", "N2"), titles());
        assertEquals(List.of(1, 2, 3), items().stream().map(AgendaItem::ordinal).toList());
    }

    @Test
    void onlyAMatterOfThePlaceThatWaitsIsPutOnAndOnOneAgendaAtATime() {
        long waits = matter("N2", "yard.consult", SmallCommunity.YARD, "poll");
        long elsewhere = matter("N3", "yard.consult", SmallCommunity.OTHER, "session");
        long early = matter("N4", "yard.consult", SmallCommunity.YARD, "notice");
        for (long wrong : new long[] {elsewhere, early, matter}) {
            refused("calling.refused.matter", () -> put(wrong, "k" + wrong));
        }
        refused("matter.unknown", () -> put(999_999, "k"));
        assertEquals(
                List.of(waits),
                agendas.waiting(db.plain(), now()).stream()
                        .map(AgendaStore.Waiting::id)
                        .toList());
        put(waits, "k5");
        assertEquals(List.of(), agendas.waiting(db.plain(), now()));
        calls.callOff(1, session, "r", MODERATOR);
        refused("calling.refused.over", () -> add("late", "k6"));
    }

    @Test
    void aSecondTapOnAnArrowMovesNothingTwiceAndTheEndsHold() {
        add("b", "k1");
        add("c", "k2");
        long c = id("c");
        agendas.move(1, session, c, 3, true, MODERATOR);
        agendas.move(1, session, c, 3, true, MODERATOR);
        assertEquals(List.of("t", "c", "b"), titles());
        move("t", true);
        move("b", false);
        assertEquals(List.of("t", "c", "b"), titles());
    }

    @Test
    void whatIsWrittenAnewStaysWhereItStands() {
        add("b", "k1");
        agendas.edit(1, session, id("b"), new Agendas.Wording("bb", "m", 5), MODERATOR);
        AgendaItem item = items().getLast();
        assertEquals("bb", item.title());
        assertEquals(5, item.minutes());
        refused(
                "calling.refused.no-item",
                () -> agendas.edit(1, session, 7, new Agendas.Wording("x", "", 5), MODERATOR));
    }

    @Test
    void theOthersCloseTheGapAndTheLastOneStays() {
        add("b", "k1");
        add("c", "k2");
        agendas.remove(1, session, id("b"), MODERATOR);
        assertEquals(List.of(1, 2), items().stream().map(AgendaItem::ordinal).toList());
        agendas.remove(1, session, id("c"), MODERATOR);
        refused("calling.refused.last", () -> agendas.remove(1, session, id("t"), MODERATOR));
    }

    @Test
    void whatWasReachedIsNeitherMovedNorChangedNorRemovedEvenByHand() {
        add("b", "k1");
        add("c", "k2");
        sessions.open(1, session, MODERATOR);
        sessions.next(1, session, 1, MODERATOR);
        long b = id("b");
        refused("calling.refused.reached", () -> agendas.remove(1, session, b, MODERATOR));
        refused("calling.refused.reached", () -> agendas.move(1, session, b, 2, false, MODERATOR));
        refused(
                "calling.refused.reached",
                () -> agendas.edit(1, session, b, new Agendas.Wording("x", "", 5), MODERATOR));
        move("c", true);
        assertEquals(List.of("t", "b", "c"), titles());
        assertThrows(RuntimeException.class, () -> db.plain().run("delete from agenda_item where id = $1", b));
        assertThrows(
                RuntimeException.class, () -> db.plain().run("update agenda_item set ordinal = 9 where id = $1", b));
        add("d", "k3");
        move("d", true);
        agendas.remove(1, session, id("c"), MODERATOR);
        assertEquals(List.of("t", "b", "d"), titles());
    }

    private AgendaView view() {
        return AgendaView.of(items(), now());
    }

    @Test
    void theExpectedHoursFollowTheMinutesAndFromAnotherDayOnTheCurrentItem() {
        add("b", "k1");
        add("c", "k2");
        List<AgendaView.Line> items = view().lines();
        assertEquals(
                now().call().startsAt().plusSeconds(25 * 60), items.getLast().hour());
        assertEquals(35, view().minutes());
        sessions.open(1, session, MODERATOR);
        sessions.next(1, session, 1, MODERATOR);
        calls.adjourn(1, session, now().call().startsAt().plusSeconds(86_400), "晚了", MODERATOR);
        items = view().lines();
        assertEquals(null, items.getFirst().hour());
        assertEquals(now().progress().resumesAt(), items.get(1).hour());
        assertEquals(
                now().progress().resumesAt().plusSeconds(600), items.getLast().hour());
    }
}
