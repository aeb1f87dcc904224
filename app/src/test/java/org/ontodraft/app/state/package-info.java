@NullMarked
package org.ontodraft.app.state;

import org.jspecify.annotations.NullMarked;
