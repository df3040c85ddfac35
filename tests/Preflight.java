import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Holds each file named on the command line against PDF/A-1b; prints each fault, exits 1 if there is one. */
public class Preflight {
    private static ValidationResult resultOf(File file) throws Exception {
        PreflightParser parser = new PreflightParser(file);
        try {
            parser.parse();
            try (PreflightDocument document = parser.getPreflightDocument()) {
                document.validate();
                return document.getResult();
            }
        } catch (SyntaxValidationException broken) {
            return broken.getResult();
        }
    }

    public static void main(String[] files) throws Exception {
        boolean sound = true;
        for (String file : files) {
            ValidationResult result = resultOf(new File(file));
            sound = sound && result.isValid();
            System.out.println(file + (result.isValid() ? ": PDF/A-1b" : ": not PDF/A-1b"));
            for (ValidationResult.ValidationError error : result.getErrorsList())
                System.out.println("  " + error.getErrorCode() + " " + error.getDetails().strip());
        }
        System.exit(sound ? 0 : 1);
    }
}
