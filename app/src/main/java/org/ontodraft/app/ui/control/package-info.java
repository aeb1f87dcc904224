/** Controls that screens are put together from; each says in words what it shows. */
@NullMarked
package org.ontodraft.app.ui.control;

import org.jspecify.annotations.NullMarked;
