@NullMarked
package org.ontodraft.app.forge;

import org.jspecify.annotations.NullMarked;
