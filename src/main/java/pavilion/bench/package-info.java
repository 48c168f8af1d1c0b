/**
 * Measures the server through its own addresses, beside what the machine can do at best in the same run.
 * Everything happens on this machine, in a folder that is deleted afterwards. A figure that misses its bar is
 * printed like the others.
 */
package pavilion.bench;
