/** Applications that hosts run. */
package org.wirelathe.api.app;
