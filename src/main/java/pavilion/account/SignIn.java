package pavilion.account;

/**
 * Whom an authenticator lets in.
 *
 * @param endsOthers whether this person's other browsers are signed out and known no more, as after a new password
 */
record SignIn(int community, long person, boolean endsOthers) {}
