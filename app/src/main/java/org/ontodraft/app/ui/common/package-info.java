/** What every screen stands on: the FX thread, texts, FXML, actions, navigation, notices, theme. */
@NullMarked
package org.ontodraft.app.ui.common;

import org.jspecify.annotations.NullMarked;
