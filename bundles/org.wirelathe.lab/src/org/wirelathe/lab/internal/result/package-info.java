/** The result files of a run that is over. */
package org.wirelathe.lab.internal.result;
