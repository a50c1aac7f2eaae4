/** What the commands of menus, tool bar and keys do. */
package org.wirelathe.ui.command;
