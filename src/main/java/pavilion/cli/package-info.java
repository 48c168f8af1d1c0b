/**
 * Every command of the program, each a class. Commands print sentences from the messages and end with a code that
 * a script can read: 0 is success, 1 is a finding, 2 is a wrong call.
 */
package pavilion.cli;
