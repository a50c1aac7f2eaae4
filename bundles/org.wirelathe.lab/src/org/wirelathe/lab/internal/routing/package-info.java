/** Routes that follow the cables: shortest paths over what is whole, computed anew when something breaks. */
package org.wirelathe.lab.internal.routing;
