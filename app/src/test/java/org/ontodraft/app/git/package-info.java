@NullMarked
package org.ontodraft.app.git;

import org.jspecify.annotations.NullMarked;
