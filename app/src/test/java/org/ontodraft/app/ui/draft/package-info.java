@NullMarked
package org.ontodraft.app.ui.draft;

import org.jspecify.annotations.NullMarked;
