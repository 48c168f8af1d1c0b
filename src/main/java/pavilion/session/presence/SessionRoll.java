package pavilion.session.presence;

import pavilion.electorate.RollKind;

/** A roll that counts in a session: the voters of that kind who live, own or were elected at a place or below it. */
record SessionRoll(RollKind kind, String placePath) {
    String key() {
        return kind.key() + placePath;
    }
}
