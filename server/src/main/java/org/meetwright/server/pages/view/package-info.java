/// What the templates show: records that are ready to be written out.
@NullMarked
package org.meetwright.server.pages.view;

import org.jspecify.annotations.NullMarked;
