@NullMarked
package org.ontodraft.app.bootstrap;

import org.jspecify.annotations.NullMarked;
