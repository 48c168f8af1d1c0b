/**
 * How somebody comes to have an account: invitations on paper, sign-in, passwords, their own settings, and the
 * first administrator of a community. An account never needs an e-mail address, a telephone number or an identity
 * number.
 */
package pavilion.account;
