/** The commands of the command line. */
package org.wirelathe.cli.internal;
