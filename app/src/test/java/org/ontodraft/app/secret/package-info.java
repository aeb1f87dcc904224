@NullMarked
package org.ontodraft.app.secret;

import org.jspecify.annotations.NullMarked;
