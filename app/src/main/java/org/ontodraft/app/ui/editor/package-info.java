/** The entity panel: fields, effective properties, where-used, creating and deleting. */
@NullMarked
package org.ontodraft.app.ui.editor;

import org.jspecify.annotations.NullMarked;
