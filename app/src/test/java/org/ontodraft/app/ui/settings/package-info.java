@NullMarked
package org.ontodraft.app.ui.settings;

import org.jspecify.annotations.NullMarked;
