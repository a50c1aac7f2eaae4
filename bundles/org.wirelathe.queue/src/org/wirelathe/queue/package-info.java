/** Queue disciplines. */
package org.wirelathe.queue;
