/** What view tests share: the toolkit, scenes in both themes, pictures. */
@NullMarked
package org.ontodraft.app.ui.testing;

import org.jspecify.annotations.NullMarked;
