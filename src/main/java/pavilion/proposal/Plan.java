package pavilion.proposal;

import java.util.List;

/** What there is to choose from, and who has a voice in it. */
public record Plan(List<Option> options, List<Stakeholder> stakeholders) {
    /** @param asIs keeping things as they are, which is always one of the options */
    public record Option(int ordinal, String title, String cost, String effects, boolean asIs) {}

    /** @param voice "vote" or "speak": shops, tenants and units speak and do not vote */
    public record Stakeholder(int ordinal, String name, String voice) {}
}
