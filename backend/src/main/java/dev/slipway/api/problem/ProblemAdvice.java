package dev.slipway.api.problem;

import dev.slipway.api.ApiError;
import dev.slipway.shared.ErrorCode;
import dev.slipway.shared.UserFacingException;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Converts exceptions of the API's controllers into problem details (RFC 9457) that reveal nothing internal. */
@RestControllerAdvice(basePackages = "dev.slipway.api")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(UserFacingException error, HttpServletRequest request) {
        if (error.code().kind() == ErrorCode.Kind.INTERNAL || error.code().kind() == ErrorCode.Kind.UNAVAILABLE) {
            LOG.error("request failed code={} path={}", error.code().name(), request.getRequestURI(), error);
        }
        return answer(error, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentTypeMismatchException error, HttpServletRequest request) {
        return answer(new UserFacingException(error, ApiError.MALFORMED_VALUE, error.getName()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentNotValidException error, HttpServletRequest request) {
        var field = error.getBindingResult().getFieldError();
        var name = field == null ? "body" : field.getField();
        return answer(new UserFacingException(error, ApiError.MALFORMED_VALUE, name), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpMessageNotReadableException error, HttpServletRequest request) {
        return answer(new UserFacingException(error, ApiError.MALFORMED_BODY), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Exception error, HttpServletRequest request) {
        if (error instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var problem = problems.of(new UserFacingException(error, ApiError.REQUEST_NOT_UNDERSTOOD), request);
            problem.setStatus(known.getStatusCode().value());
            problem.setTitle(HttpStatus.valueOf(known.getStatusCode().value()).getReasonPhrase());
            return ResponseEntity.of(problem).headers(known.getHeaders()).build();
        }
        LOG.error("request failed path={}", request.getRequestURI(), error);
        return answer(new UserFacingException(error, ApiError.UNEXPECTED, Correlation.of(request)), request);
    }

    private ResponseEntity<ProblemDetail> answer(UserFacingException error, HttpServletRequest request) {
        return ResponseEntity.of(problems.of(error, request)).build();
    }
}
