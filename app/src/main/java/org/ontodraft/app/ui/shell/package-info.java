/** The main window: menu, toolbar, panes, tabs, status bar. It alone knows the features. */
@NullMarked
package org.ontodraft.app.ui.shell;

import org.jspecify.annotations.NullMarked;
