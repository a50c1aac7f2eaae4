/** Classes that the tests pack into jars and drop; the tests themselves never load them. */
package org.wirelathe.tests.swap.plugin;
