/**
 * How fast the house is, measured through its own doors, beside what the machine can do at best in the same run.
 * Everything happens on this machine, in a folder that is thrown away afterwards.
 * A figure that is short of its bar is printed like the others.
 */
package pavilion.bench;
