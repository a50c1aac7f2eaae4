/** What the layers of one node share. */
package org.wirelathe.api.node;
