@NullMarked
package org.ontodraft.app.ui.editor;

import org.jspecify.annotations.NullMarked;
