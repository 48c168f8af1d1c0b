package pavilion.demo;

/**
 * An account of the demo that the start page offers.
 *
 * @param part "resident", "tenant", "moderator" ...: the message {@code roster.demo.<part>} says what this person may do
 * @param community code of the community
 * @param level 1 = account, 2 = checked in person
 */
public record DemoAccount(String part, String name, String community, int communityId, long person, int level) {
    /** The message that says what this person may do. */
    public String key() {
        return "roster.demo." + part;
    }
}
