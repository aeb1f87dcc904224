@NullMarked
package org.ontodraft.app.ui.exchange;

import org.jspecify.annotations.NullMarked;
