package dev.slipway.api.rest;

import dev.slipway.api.ApiError;
import dev.slipway.shared.UserFacingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what nothing else answers; otherwise a wrong path would lead to the screens' page of not-found. */
@Hidden
@RestController
class UnknownEndpoints {

    @RequestMapping("/api/**")
    void unknown(HttpServletRequest request) {
        throw new UserFacingException(ApiError.NO_SUCH_ENDPOINT, request.getMethod(), request.getRequestURI());
    }
}
