/**
 * The shell: commands that look at a run and drive it, on Gogo. None of its threads touches a run's loop: each command
 * asks on the run's thread, and waits.
 */
package org.wirelathe.cli.internal.shell;
