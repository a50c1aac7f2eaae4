/** The headless application: {@code wirelathe run}, {@code check}, {@code list}. */
package org.wirelathe.cli;
