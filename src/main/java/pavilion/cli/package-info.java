/**
 * Commands that are run beside the server, each a file.
 * They print sentences from the messages and end with a code that a script can read.
 * 0 is well, 1 is a finding, 2 is a wrong call.
 */
package pavilion.cli;
