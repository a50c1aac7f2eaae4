/** Queue disciplines between the network layer and the driver. */
package org.wirelathe.queue;
