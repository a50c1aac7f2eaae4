/**
 * Bytes on their way on and off the loop's thread. Disks, hashes and generators work on other threads, in recycled
 * chunks; the loop copies, and waits only when it is more than a few chunks ahead of them.
 */
package org.wirelathe.lab.internal.io;
