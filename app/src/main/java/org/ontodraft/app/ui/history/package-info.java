/** Who changed an entity, and when. */
@NullMarked
package org.ontodraft.app.ui.history;

import org.jspecify.annotations.NullMarked;
