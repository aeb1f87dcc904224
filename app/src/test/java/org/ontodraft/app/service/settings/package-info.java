@NullMarked
package org.ontodraft.app.service.settings;

import org.jspecify.annotations.NullMarked;
