import './preparation';
import '../../../bff/main';
