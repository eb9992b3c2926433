/// Between HTTP and the pages: what a request says, what is answered, the files beside the pages.
@NullMarked
package org.meetwright.server.pages.web;

import org.jspecify.annotations.NullMarked;
