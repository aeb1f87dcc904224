@NullMarked
package org.ontodraft.app.service;

import org.jspecify.annotations.NullMarked;
