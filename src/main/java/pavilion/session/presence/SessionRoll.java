package pavilion.session.presence;

import pavilion.rules.ElectorateKind;

/** A roll that counts in a session: the voters of that kind who live, own or were elected at a place or below it. */
record SessionRoll(ElectorateKind kind, String placePath) {
    String key() {
        return kind.name() + placePath;
    }
}
