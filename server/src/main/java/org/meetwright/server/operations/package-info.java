/// Health and metrics.
@NullMarked
package org.meetwright.server.operations;

import org.jspecify.annotations.NullMarked;
