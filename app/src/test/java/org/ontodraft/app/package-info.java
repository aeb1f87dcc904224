@NullMarked
package org.ontodraft.app;

import org.jspecify.annotations.NullMarked;
