/** What the network layer of a node knows, as lines of tables and as ways across a lab; no widgets. */
package org.wirelathe.ui.network;
