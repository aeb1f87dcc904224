/** What works in the background, and what has ended there. */
@NullMarked
package org.ontodraft.app.ui.activity;

import org.jspecify.annotations.NullMarked;
