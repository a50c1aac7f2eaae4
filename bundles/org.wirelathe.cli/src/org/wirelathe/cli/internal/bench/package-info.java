/** What {@code bench} measures: labs of known shape under a known load. */
package org.wirelathe.cli.internal.bench;
