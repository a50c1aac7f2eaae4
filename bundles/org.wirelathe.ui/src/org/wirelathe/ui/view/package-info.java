/** The views: each shows something of the lab whose editor was active last. */
package org.wirelathe.ui.view;
