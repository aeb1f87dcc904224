@NullMarked
package org.ontodraft.app.network;

import org.jspecify.annotations.NullMarked;
