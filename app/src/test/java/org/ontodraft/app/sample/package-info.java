@NullMarked
package org.ontodraft.app.sample;

import org.jspecify.annotations.NullMarked;
