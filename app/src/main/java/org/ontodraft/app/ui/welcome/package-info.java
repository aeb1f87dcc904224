/** The first screen: open the sample, a folder or an address, or go on where work stopped. */
@NullMarked
package org.ontodraft.app.ui.welcome;

import org.jspecify.annotations.NullMarked;
